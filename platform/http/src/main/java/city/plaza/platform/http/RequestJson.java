package city.plaza.platform.http;

import java.util.List;
import java.util.Map;

import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;

/**
 * Reads the JSON of requests: its texts are checked first, and a field that the operation
 * does not know is refused by name, so that a mistyped one is not passed over in silence.
 */
final class RequestJson extends JacksonJsonDecoder {

	private final JsonTexts texts;

	/**
	 * For the server alone.
	 * @param json of events and responses, whose readers pass over what they do not know
	 */
	RequestJson(JsonMapper json) {
		super(json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build());
		this.texts = new JsonTexts(json);
	}

	@Override
	public Object decode(DataBuffer body, ResolvableType type, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		this.texts.check(body);
		try {
			return super.decode(body, type, mimeType, hints);
		}
		catch (DecodingException malformed) {
			if (malformed.getCause() instanceof UnrecognizedPropertyException unknown) {
				throw unknownField(nameOf(unknown.getPath())).asException();
			}
			throw malformed;
		}
	}

	private static Problem unknownField(String field) {
		return Problem
			.of(HttpStatus.BAD_REQUEST, "unknown-field",
					"The request has a field that is not known here. Check its name against the API description.")
			.field(field);
	}

	/** Such as {@code allocations[0].amount}. */
	private static String nameOf(List<JacksonException.Reference> path) {
		StringBuilder name = new StringBuilder();
		for (JacksonException.Reference step : path) {
			if (step.getPropertyName() == null) {
				name.append('[').append(step.getIndex()).append(']');
			}
			else {
				name.append(name.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		}
		return name.toString();
	}

}
