package city.plaza.portal.session;

import city.plaza.portal.cutover.CutOver;
import city.plaza.portal.provider.SignInProviders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** What the page of the sign-in shows around its form. */
@Component
class SignInPage {

	private final SignInProviders providers;

	private final CutOver cutOver;

	SignInPage(SignInProviders providers, CutOver cutOver) {
		this.providers = providers;
		this.cutOver = cutOver;
	}

	/**
	 * The page, complete.
	 * @param page with its form
	 * @param kept a form whose sender has to sign in first
	 */
	Mono<Rendering> around(Rendering.Builder<?> page, @Nullable KeptForm kept) {
		if (kept != null) {
			page.modelAttribute("kept", kept);
		}
		return Mono.zip(this.providers.all(), this.cutOver.begun()).map((both) -> {
			both.getT2().ifPresent((day) -> page.modelAttribute("cutOver", day));
			return page.modelAttribute("providers", both.getT1()).build();
		});
	}

}
