package city.plaza.portal.cutover;

import java.time.LocalDate;

import city.plaza.portal.provider.SignInProviders;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** How to register anew with the email of an account of the earlier portal. */
@Controller
class OldAccountController {

	private final CutOver cutOver;

	private final SignInProviders providers;

	OldAccountController(CutOver cutOver, SignInProviders providers) {
		this.cutOver = cutOver;
		this.providers = providers;
	}

	/** A city without an earlier portal has no such page. */
	@GetMapping("/help/old-account")
	Mono<Rendering> show() {
		return this.cutOver.read()
			.flatMap((reading) -> Mono.justOrEmpty(reading.cutOver())
				.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
				.flatMap((day) -> page(day, reading.begun())));
	}

	private Mono<Rendering> page(LocalDate day, boolean begun) {
		return this.providers.all()
			.map((all) -> Rendering.view("cutover/old-account")
				.modelAttribute("cutOver", day)
				.modelAttribute("begun", begun)
				.modelAttribute("providers", all)
				.build());
	}

}
