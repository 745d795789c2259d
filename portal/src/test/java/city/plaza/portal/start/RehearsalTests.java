package city.plaza.portal.start;

import city.plaza.portal.PortalTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RehearsalTests extends PortalTest {

	@Autowired
	private Environment environment;

	@Autowired
	private ObjectProvider<SslBundles> certificates;

	@Test
	void showsItselfEachPageManyTimes(CapturedOutput output) {
		new Rehearsal(this.environment, this.certificates).run(new DefaultApplicationArguments());
		assertThat(output).contains("Rehearsed 200 pages").doesNotContain("ended early");
	}

}
