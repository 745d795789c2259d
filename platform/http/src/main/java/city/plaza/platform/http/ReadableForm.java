package city.plaza.platform.http;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * Refuses a form that cannot be decoded or holds U+0000 when it is read. Spring takes its
 * own reader of forms even where another one is registered.
 */
final class ReadableForm extends ServerWebExchangeDecorator {

	ReadableForm(ServerWebExchange exchange) {
		super(exchange);
	}

	@Override
	public Mono<MultiValueMap<String, String>> getFormData() {
		return super.getFormData()
			// Of an incomplete escape; it does not name its place.
			.onErrorMap(IllegalArgumentException.class, (incomplete) -> Unreadable.FORM.asException())
			.doOnNext((form) -> form.forEach(ReadableForm::check));
	}

	private static void check(String name, List<String> values) {
		if (holdsNul(name) || values.stream().anyMatch(ReadableForm::holdsNul)) {
			throw Unreadable.text(name).asException();
		}
	}

	// Null where the form gives a name without "=".
	private static boolean holdsNul(@Nullable String text) {
		return text != null && text.indexOf('\0') >= 0;
	}

}
