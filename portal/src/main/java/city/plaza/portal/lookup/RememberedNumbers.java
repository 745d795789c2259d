package city.plaza.portal.lookup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import city.plaza.portal.lookup.BillLookups.Numbers;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The two numbers as this device remembers them where its user asked for it: in a cookie
 * and nowhere else. They are shown in the form again, and lead to nothing by themselves.
 */
final class RememberedNumbers {

	static final String NAME = "__Host-plaza-bill-search";

	/** Browsers keep none longer. */
	private static final Duration LIFE = Duration.ofDays(400);

	private static final int LONGEST_NUMBER = 40;

	private static final int LONGEST_VALUE = 500;

	private RememberedNumbers() {
	}

	/** Null where nothing is remembered, or nothing that can be read. */
	static @Nullable Numbers of(ServerWebExchange exchange) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(NAME);
		if (cookie == null || cookie.getValue().isEmpty() || cookie.getValue().length() > LONGEST_VALUE) {
			return null;
		}
		try {
			String[] numbers = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8)
				.split("\n", -1);
			return (numbers.length == 2 && isShort(numbers[0]) && isShort(numbers[1]))
					? new Numbers(numbers[0], numbers[1]) : null;
		}
		catch (IllegalArgumentException unreadable) {
			return null;
		}
	}

	static void keep(ServerWebExchange exchange, Numbers numbers) {
		String both = typed(numbers.customerNumber()) + "\n" + typed(numbers.billNumber());
		exchange.getResponse()
			.addCookie(cookie(
					Base64.getUrlEncoder().withoutPadding().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
				.maxAge(LIFE)
				.build());
	}

	static void forget(ServerWebExchange exchange) {
		if (exchange.getRequest().getCookies().containsKey(NAME)) {
			exchange.getResponse().addCookie(cookie("").maxAge(Duration.ZERO).build());
		}
	}

	private static String typed(@Nullable String number) {
		return (number != null) ? number.strip() : "";
	}

	private static boolean isShort(String number) {
		return number.length() <= LONGEST_NUMBER;
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
		return ResponseCookie.from(NAME, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

}
