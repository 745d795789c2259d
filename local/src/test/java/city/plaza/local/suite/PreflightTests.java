package city.plaza.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreflightTests {

	@TempDir
	Path directory;

	private Home home;

	@BeforeEach
	void createHome() throws IOException {
		this.home = new Home(this.directory);
		this.home.create();
	}

	@Test
	void namesThePortTheProgramAndTheRemedy() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			List<Program> programs = List.of(new ShellProgram("billing-service", taken.getLocalPort(), "true"));
			assertThatThrownBy(() -> Preflight.check(this.home, programs)).isInstanceOf(UsageException.class)
				.hasMessageContaining("Port " + taken.getLocalPort())
				.hasMessageContaining("billing-service")
				.hasMessageContaining("PLAZA_PORT_OFFSET");
		}
	}

	@Test
	void seesAPortTakenOnAllAddresses() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			List<Program> programs = List.of(new ShellProgram("gateway", taken.getLocalPort(), "true"));
			assertThatThrownBy(() -> Preflight.check(this.home, programs)).isInstanceOf(UsageException.class);
		}
	}

	@Test
	void hasNothingAgainstAFreePort() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0)) {
			free = socket.getLocalPort();
		}
		assertThatCode(() -> Preflight.check(this.home, List.of(new ShellProgram("gateway", free, "true"))))
			.doesNotThrowAnyException();
	}

	@Test
	void reportsHowMuchRoomIsMissing() {
		assertThatThrownBy(() -> Preflight.checkDisk(this.home, 120)).isInstanceOf(UsageException.class)
			.hasMessageContaining("120 MB")
			.hasMessageContaining("PLAZA_HOME");
		assertThatCode(() -> Preflight.checkDisk(this.home, 5_000)).doesNotThrowAnyException();
	}

}
