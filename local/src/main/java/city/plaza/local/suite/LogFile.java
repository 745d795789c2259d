package city.plaza.local.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The log of one program. The process appends to the file itself, so that its lines
 * outlive the supervisor; the supervisor keeps the file small.
 */
public record LogFile(Path path) {

	private static final long MOST_BYTES = 10_000_000;

	private static final int TAIL_BYTES = 16_384;

	public static LogFile of(Home home, String program) {
		return new LogFile(home.log(program));
	}

	/**
	 * Moves what is there aside once it is large, and lets the program go on at the
	 * start.
	 */
	void bound() throws IOException {
		if (Files.exists(this.path) && Files.size(this.path) > MOST_BYTES) {
			Path older = this.path.resolveSibling(this.path.getFileName() + ".1");
			Files.copy(this.path, older, StandardCopyOption.REPLACE_EXISTING);
			try (FileChannel channel = FileChannel.open(this.path, StandardOpenOption.WRITE)) {
				channel.truncate(0);
			}
		}
	}

	/**
	 * The last lines, oldest first.
	 * @param count how many at most
	 */
	public List<String> tail(int count) {
		try (FileChannel channel = FileChannel.open(this.path, StandardOpenOption.READ)) {
			long from = Math.max(0, channel.size() - TAIL_BYTES);
			ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
			channel.read(bytes, from);
			List<String> lines = StandardCharsets.UTF_8.decode(bytes.flip()).toString().lines().toList();
			boolean isCut = from > 0 && lines.size() > 1;
			return lines.subList(Math.max(isCut ? 1 : 0, lines.size() - count), lines.size());
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
