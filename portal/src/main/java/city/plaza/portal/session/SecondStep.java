package city.plaza.portal.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Begins the second step of a sign-in in this browser, whatever the first one was. */
public final class SecondStep {

	private SecondStep() {
	}

	/**
	 * Begins it.
	 * @param token identity-service's, to complete it by
	 * @param methods that the account can go on with
	 * @param then where the browser goes on afterwards
	 * @return to its page
	 */
	public static Rendering begin(String token, List<String> methods, @Nullable String then,
			ServerWebExchange exchange) {
		PendingSignIn pending = new PendingSignIn(token, methods);
		pending.keep(exchange);
		return Onward.to(pending.address(), then);
	}

}
