package city.plaza.portal.asset;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

/**
 * The codings that a client accepts by its {@code Accept-Encoding} (RFC 9110, section
 * 12.5.3). Weights are in thousandths, as they have three digits after the point at most.
 */
final class AcceptedCodings {

	private static final Pattern WEIGHT = Pattern.compile("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");

	private static final int WHOLE = 1000;

	private static final int DIGITS = 4;

	/** Every coding that is not named itself. */
	private static final String ANY = "*";

	private final Map<String, Integer> weights = new HashMap<>();

	/**
	 * Reads what the client sent; an element that is malformed counts as not sent.
	 * @param headers the values of all its {@code Accept-Encoding} headers, none included
	 */
	AcceptedCodings(List<String> headers) {
		for (String header : headers) {
			for (String element : StringUtils.tokenizeToStringArray(header.toLowerCase(Locale.ROOT), ",")) {
				read(element);
			}
		}
	}

	/**
	 * The coding with the largest weight, the smallest result of several. Without any
	 * that is accepted it is the plain one, which a client may refuse but can always
	 * read.
	 * @param offered the codings in which there is a response
	 */
	Coding best(Collection<Coding> offered) {
		return offered.stream()
			.filter((coding) -> weight(coding) > 0)
			.min(Comparator.comparingInt(this::weight).reversed().thenComparing(Comparator.naturalOrder()))
			.orElse(Coding.IDENTITY);
	}

	private int weight(Coding coding) {
		return this.weights.getOrDefault(coding.token(), this.weights.getOrDefault(ANY, 0));
	}

	private void read(String element) {
		String[] parts = element.split(";", 2);
		String token = parts[0].strip();
		if (parts.length == 1) {
			this.weights.put(token, WHOLE);
			return;
		}
		String weight = parts[1].strip();
		if (WEIGHT.matcher(weight).matches()) {
			this.weights.put(token, thousandths(weight.substring("q=".length())));
		}
	}

	private static int thousandths(String weight) {
		String digits = weight.replace(".", "");
		return Integer.parseInt(digits + "0".repeat(DIGITS - digits.length()));
	}

}
