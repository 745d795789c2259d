package city.plaza.systemtests;

import java.util.ArrayList;
import java.util.List;

import city.plaza.demo.DemoSettings;
import city.plaza.demo.MainJob;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnRunningSuite
class MainJobIT {

	private final RunningSuite suite = RunningSuite.get();

	@Test
	void isDoneByApiFromImportToPosting() throws InterruptedException {
		List<String> lines = new ArrayList<>();
		DemoSettings settings = new DemoSettings(this.suite.gateway(), this.suite.gateway(), this.suite.financeEmail(),
				this.suite.financePassword());
		int steps = new MainJob(settings, lines::add).walk();
		assertThat(steps).as(String.join("\n", lines)).isGreaterThan(30);
	}

}
