package city.plaza.billing.finance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Checks whether all of a file is UTF-8, a buffer at a time. Nothing may be guessed here:
 * a name read in the wrong encoding could never be linked.
 */
final class Encoding {

	private static final int BUFFER = 16 * 1024;

	private Encoding() {
	}

	/**
	 * Looks through a file; blocks.
	 * @return the first line, from 1, that is not UTF-8, or empty
	 * @throws IOException if it cannot be read
	 */
	static OptionalInt firstWrongLine(Path file) throws IOException {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
		CharBuffer characters = CharBuffer.allocate(BUFFER);
		int line = 1;
		try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
			boolean isOver = false;
			boolean afterReturn = false;
			while (!isOver) {
				int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
				isOver = read < 0;
				bytes.position(bytes.position() + Math.max(read, 0)).flip();
				CoderResult result = decoder.decode(bytes, characters, isOver);
				line += lineEnds(characters.flip(), afterReturn);
				afterReturn = characters.hasRemaining() ? characters.get(characters.limit() - 1) == '\r' : afterReturn;
				characters.clear();
				if (result.isError()) {
					return OptionalInt.of(line);
				}
				bytes.compact();
			}
		}
		return OptionalInt.empty();
	}

	/** Lines end as Windows, Unix or old Macintosh files write it. */
	private static int lineEnds(CharBuffer characters, boolean afterReturn) {
		int ends = 0;
		char before = afterReturn ? '\r' : ' ';
		for (int at = 0; at < characters.remaining(); at++) {
			char character = characters.get(characters.position() + at);
			if (character == '\r' || (character == '\n' && before != '\r')) {
				ends++;
			}
			before = character;
		}
		return ends;
	}

}
