package city.plaza.portal.session;

import city.plaza.portal.page.LocalPath;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** How a sign-in ends in whose middle a second factor had to be added. */
final class AddedFactor {

	private AddedFactor() {
	}

	/**
	 * Signs the browser in, and shows the recovery codes this once.
	 * @param then where the page of the codes leads
	 */
	static Rendering signIn(SecondSteps.Completed completed, @Nullable String then, ServerWebExchange exchange) {
		PendingSignIn.forget(exchange);
		SessionCookie.set(exchange, completed.sessionToken());
		DeviceCookie.set(exchange, completed.deviceToken());
		return Rendering.view("twostep/codes")
			.modelAttribute("codes", completed.recoveryCodes())
			.modelAttribute("onward", LocalPath.accept(then).orElse("/"))
			.build();
	}

	/** The sign-in is over without a session: it begins anew. */
	static Rendering ended(@Nullable String then, ServerWebExchange exchange) {
		PendingSignIn.forget(exchange);
		return Onward.to("/sign-in?timed-out", then);
	}

}
