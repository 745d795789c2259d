package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OrphanedUploadsTests {

	@TempDir
	private Path uploads;

	@Test
	void removesTheFilesOfProcessesThatAreGoneAndNoOthers() throws IOException {
		Path gone = file("999999999999", "import-1.csv");
		Path before = file(Long.toString(ProcessHandle.current().pid()), "import-4.csv");
		Path running = file(Long.toString(ProcessHandle.current().parent().orElseThrow().pid()), "import-2.csv");
		Path other = file("notes", "import-3.csv");
		OrphanedUploads.remove(this.uploads);
		assertThat(gone.getParent()).doesNotExist();
		assertThat(before).doesNotExist();
		assertThat(running).exists();
		assertThat(other).exists();
	}

	@Test
	void isContentWhereNothingWasEverUploaded() throws IOException {
		OrphanedUploads.remove(this.uploads.resolve("none"));
		assertThat(this.uploads.resolve("none")).doesNotExist();
	}

	private Path file(String folder, String name) throws IOException {
		return Files.writeString(Files.createDirectories(this.uploads.resolve(folder)).resolve(name), "x");
	}

}
