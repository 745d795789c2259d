package city.plaza.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;

/** The sandbox provider's hosted page, filled in as a browser would. */
public final class HostedPage {

	/** A card that is charged. */
	public static final String ACCEPTED = "4242424242424242";

	/** A card that is declined. */
	public static final String DECLINED = "4000000000000002";

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final int OK = 200;

	private static final int SEE_OTHER = 303;

	private HostedPage() {
	}

	/**
	 * Submits the form with a card.
	 * @return where the browser is sent back to
	 */
	public static String pay(URI checkout, String card) throws InterruptedException {
		String expiry = YearMonth.now(ZoneOffset.UTC).plusYears(3).format(DateTimeFormatter.ofPattern("MM/yy"));
		String form = encoded(
				Map.of("cardNumber", card, "expiry", expiry, "cvc", "123", "name", "Demo Resident", "action", "pay"));
		try (HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			send(browser, HttpRequest.newBuilder(checkout).GET(), OK);
			return send(browser,
					HttpRequest.newBuilder(checkout)
						.header("Content-Type", "application/x-www-form-urlencoded")
						.POST(HttpRequest.BodyPublishers.ofString(form)),
					SEE_OTHER)
				.headers()
				.firstValue("Location")
				.orElse("");
		}
		catch (IOException ex) {
			throw new StepFailed("The hosted page does not respond: " + ex);
		}
	}

	static String encoded(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request, int expected)
			throws IOException, InterruptedException {
		HttpResponse<String> response = browser.send(request.timeout(TIMEOUT).build(),
				HttpResponse.BodyHandlers.ofString());
		Transcript.require(response.statusCode() == expected,
				"The hosted page responded with " + response.statusCode() + ": " + response.body());
		return response;
	}

}
