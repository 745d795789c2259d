package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EncodingTests {

	@TempDir
	private Path folder;

	@Test
	void acceptsUtf8WhereverItsBytesAreCut() throws IOException {
		// Two, three and four bytes, in every position against the buffers' ends.
		Path file = file("é€🌳x\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));

		assertThat(Encoding.firstWrongLine(file)).isEmpty();
	}

	@Test
	void reportsTheLineThatIsNot() throws IOException {
		Path file = file("a\nb\nM\u00dcLLER\n".getBytes(StandardCharsets.ISO_8859_1));

		assertThat(Encoding.firstWrongLine(file)).hasValue(3);
	}

	@Test
	void reportsALineFarBehindTheFirstBuffer() throws IOException {
		Path file = file(("plain\n".repeat(9_999) + "caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));

		assertThat(Encoding.firstWrongLine(file)).hasValue(10_000);
	}

	@Test
	void noticesACharacterCutOffAtTheEnd() throws IOException {
		assertThat(Encoding.firstWrongLine(file(new byte[] { 'a', '\n', (byte) 0xC3 }))).hasValue(2);
	}

	@Test
	void refusesUtf16() throws IOException {
		assertThat(Encoding.firstWrongLine(file("a,b\n".getBytes(StandardCharsets.UTF_16)))).hasValue(1);
	}

	@Test
	void acceptsAnEmptyFile() throws IOException {
		assertThat(Encoding.firstWrongLine(file(new byte[0]))).isEmpty();
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(this.folder.resolve("file.csv"), content);
	}

}
