package city.plaza.benchmarks.reference;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KillBillTests {

	@TempDir
	private Path home;

	@Test
	void isInstalledWhereBothOfItsPartsAre() throws Exception {
		assertThat(KillBill.installed(this.home)).isEmpty();
		Files.createDirectory(this.home.resolve("war"));
		assertThat(KillBill.installed(this.home)).isEmpty();
		Files.createFile(this.home.resolve("jetty-runner.jar"));
		assertThat(KillBill.installed(this.home)).contains(this.home);
	}

}
