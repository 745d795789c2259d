package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

	@Test
	void readsWhatWasWritten() throws IOException {
		StateFile.State state = new StateFile.State(true, 1_000,
				List.of(new ProgramStatus("portal", 17, 19_085, Condition.READY, 2, 5_400)));
		this.file.write(new StateFile.State(false, 1_000, List.of()));
		this.file.write(state);
		assertThat(this.file.read()).contains(state);
		assertThat(this.home.run()).isDirectoryContaining("glob:**suite.json").isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void isEmptyWithoutAFileAndWithABrokenOne() throws IOException {
		assertThat(this.file.read()).isEmpty();
		Files.writeString(this.home.state(), "{\"ready\":tr");
		assertThat(this.file.read()).isEmpty();
		this.file.delete();
		assertThat(this.home.state()).doesNotExist();
	}

}
