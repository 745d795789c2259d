package city.plaza.platform.http;

import java.nio.ByteBuffer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Refuses JSON whose names or texts hold U+0000, wherever it stands and whatever type it
 * would become: PostgreSQL cannot store it.
 */
final class JsonTexts {

	private final JsonMapper json;

	JsonTexts(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Checks a body without consuming it; releases it where it is refused. JSON that
	 * cannot be parsed is left to the reading that follows.
	 */
	void check(DataBuffer body) {
		ByteBuffer copy = ByteBuffer.allocate(body.readableByteCount());
		body.toByteBuffer(copy);
		try {
			check(copy.array());
		}
		catch (RuntimeException refused) {
			DataBufferUtils.release(body);
			throw refused;
		}
	}

	private void check(byte[] body) {
		try (JsonParser parser = this.json.createParser(body)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
				if (isText && parser.getString().indexOf('\0') >= 0) {
					throw Unreadable.text(nameOf(parser.streamReadContext())).asException();
				}
			}
		}
		catch (JacksonException malformed) {
			return;
		}
	}

	/** Such as {@code allocations[0].amount}. */
	private static String nameOf(TokenStreamContext place) {
		TokenStreamContext outer = place.getParent();
		if (outer == null) {
			return "";
		}
		String before = nameOf(outer);
		if (place.inArray()) {
			return before + "[" + place.getCurrentIndex() + "]";
		}
		return before.isEmpty() ? String.valueOf(place.currentName()) : before + "." + place.currentName();
	}

}
