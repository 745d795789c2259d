package city.plaza.benchmarks.suite;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class JvmTests {

	private final Jvm jvm = Jvm.of("/jdk/bin/java", "-Dplaza.process=/home gateway", "-XX:+UseSerialGC", "-Xss512k",
			"-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-XX:NewRatio=1", "-jar", "/suite/gateway.jar", "-Xnone");

	/** The mark of a suite on it would have the suite end it at its next start. */
	@Test
	void keepsWhatDecidesAboutSpeedAndNothingElse() {
		assertThat(this.jvm.sameJar("--server.port=1")).containsExactly("/jdk/bin/java", "-XX:+UseSerialGC", "-Xss512k",
				"-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-XX:NewRatio=1", "-jar", "/suite/gateway.jar",
				"--server.port=1");
	}

	@Test
	void runsAClassOfTheBenchmarksInTheSameWay() {
		assertThat(this.jvm.mainClass(JvmTests.class, "a")).startsWith("/jdk/bin/java", "-XX:+UseSerialGC")
			.endsWith("-cp", System.getProperty("java.class.path"), JvmTests.class.getName(), "a")
			.doesNotContain("-jar");
	}

	@Test
	void knowsHowItWasStartedItself() throws Exception {
		assertThat(Jvm.of(ProcessHandle.current().pid()).java()).endsWith("java");
		Process ended = new ProcessBuilder("true").start();
		ended.waitFor();
		assertThatIOException().isThrownBy(() -> Jvm.of(ended.pid()));
	}

}
