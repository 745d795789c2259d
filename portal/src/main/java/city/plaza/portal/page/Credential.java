package city.plaza.portal.page;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a browser's passkey signed, as its script puts it into a form: JSON. */
public final class Credential {

	private static final int LONGEST = 16 * 1024;

	private Credential() {
	}

	/**
	 * Reads the field of a form.
	 * @param field as sent
	 * @return empty where it holds no JSON object; identity-service looks into it
	 */
	public static Optional<Map<String, Object>> read(@Nullable String field) {
		if (field == null || field.isBlank() || field.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			return Optional.ofNullable(JsonMapper.shared().readValue(field, new TypeReference<Map<String, Object>>() {
			}));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
