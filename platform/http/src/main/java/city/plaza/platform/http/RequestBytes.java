package city.plaza.platform.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.codec.ByteArrayDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;

/** Reads requests as bytes, for signed ones; JSON among them is checked as any other. */
final class RequestBytes extends ByteArrayDecoder {

	private final JsonTexts texts;

	RequestBytes(JsonMapper json) {
		this.texts = new JsonTexts(json);
	}

	@Override
	public byte[] decode(DataBuffer body, ResolvableType type, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		if (MediaType.APPLICATION_JSON.includes(mimeType)) {
			this.texts.check(body);
		}
		return super.decode(body, type, mimeType, hints);
	}

}
