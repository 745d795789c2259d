package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StateFileTests {

	@TempDir
	Path directory;

	private Home home;

	private StateFile file;

	@BeforeEach
	void createHome() throws IOException {
		this.home = new Home(this.directory);
		this.home.create();
		this.file = new StateFile(this.home);
	}

	@ParameterizedTest
	@EnumSource
	void readsWhatWasWritten(Condition condition) throws IOException {
		StateFile.State state = state(condition);
		this.file.write(new StateFile.State(false, 1_000, List.of()));
		this.file.write(state);
		assertThat(this.file.read()).contains(state);
		assertThat(this.home.run()).isDirectoryContaining("glob:**suite.json").isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void isEmptyWithoutAFile() throws IOException {
		assertThat(this.file.read()).isEmpty();
		this.file.write(state(Condition.READY));
		this.file.delete();
		this.file.delete();
		assertThat(this.home.state()).doesNotExist();
		Files.createDirectories(this.home.state());
		assertThat(this.file.read()).isEmpty();
	}

	@Test
	void isEmptyWhereverTheFileBreaksOff() throws IOException {
		this.file.write(state(Condition.READY));
		byte[] whole = Files.readAllBytes(this.home.state());
		for (int length = 0; length < whole.length; length++) {
			Files.write(this.home.state(), Arrays.copyOf(whole, length));
			assertThat(this.file.read()).as("%d of %d bytes", length, whole.length).isEmpty();
			Files.write(this.home.state(), Arrays.copyOf(Arrays.copyOf(whole, length), whole.length));
			assertThat(this.file.read()).as("zeros after %d bytes", length).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "[]", "\"ready\"", "{\"ready\":true,\"portOffset\":0}",
			"{\"ready\":true,\"portOffset\":0,\"programs\":null}",
			"{\"ready\":true,\"portOffset\":0,\"programs\":[null]}",
			"{\"ready\":\"perhaps\",\"portOffset\":0,\"programs\":[]}",
			"{\"ready\":true,\"portOffset\":0,\"programs\":[{\"name\":\"portal\",\"state\":\"PAUSED\"}]}" })
	void isEmptyWhereTheFileIsAnotherVersions(String content) throws IOException {
		Files.writeString(this.home.state(), content);
		assertThat(this.file.read()).isEmpty();
	}

	@Test
	void isNeverSeenHalfWritten() throws Exception {
		CountDownLatch begin = new CountDownLatch(1);
		this.file.write(state(Condition.WAITING));
		List<Thread> writers = IntStream.range(0, 4).mapToObj((n) -> Thread.ofPlatform().start(() -> {
			try {
				begin.await();
				for (int i = 0; i < 50; i++) {
					this.file.write(state(Condition.values()[i % Condition.values().length]));
				}
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		})).toList();
		begin.countDown();
		while (writers.stream().anyMatch(Thread::isAlive)) {
			assertThat(this.file.read()).isPresent();
		}
		assertThat(this.file.read()).contains(state(Condition.values()[49 % Condition.values().length]));
	}

	private static StateFile.State state(Condition condition) {
		return new StateFile.State(true, -7, List.of(new ProgramStatus("portal", 17, 19_085, condition, 2, 5_400),
				new ProgramStatus("gateway", 0, 1, Condition.WAITING, 0, 0)));
	}

}
