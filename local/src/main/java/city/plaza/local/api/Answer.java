package city.plaza.local.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What Plaza answered.
 *
 * @param request the method and path, for messages
 * @param status the HTTP status
 * @param headers the first value of each, under its name in lower case
 * @param body as text
 */
public record Answer(String request, int status, Map<String, String> headers, String body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The body as JSON; a missing node where it is none. */
	public JsonNode json() {
		try {
			return this.body.isBlank() ? MissingNode.getInstance() : JSON.readTree(this.body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/** A text inside the JSON body, at a path such as {@code /items/0/billNumber}. */
	public String text(String path) {
		return json().at(path).asString("");
	}

	/** The code of a problem; empty where there is none. */
	public String code() {
		return text("/code");
	}

	/**
	 * This answer, if it has the status expected.
	 * @throws UnexpectedAnswer if it has another
	 */
	public Answer expect(int wanted) {
		if (this.status != wanted) {
			throw new UnexpectedAnswer(this, Integer.toString(wanted));
		}
		return this;
	}

	/**
	 * This answer, if it is the problem expected.
	 * @throws UnexpectedAnswer if it is anything else
	 */
	public Answer expect(int wanted, String code) {
		if (this.status != wanted || !code().equals(code)) {
			throw new UnexpectedAnswer(this, wanted + " " + code);
		}
		return this;
	}

	/**
	 * Whether trying again is all that can be done: nobody there, or for a moment only.
	 */
	public boolean isOutage() {
		return this.status == 502 || this.status == 503 || this.status == 504;
	}

	static Map<String, String> firstValues(Map<String, List<String>> headers) {
		return headers.entrySet()
			.stream()
			.collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT),
					entry -> entry.getValue().getFirst(), (one, other) -> one));
	}

}
