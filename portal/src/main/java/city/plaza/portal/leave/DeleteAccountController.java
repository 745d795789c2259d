package city.plaza.portal.leave;

import city.plaza.portal.page.Pages;
import city.plaza.portal.proof.Proof;
import city.plaza.portal.session.SessionCookie;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Deleting the own account. */
@Controller
@RequestMapping(DeleteAccountController.PAGE)
class DeleteAccountController {

	static final String PAGE = "/account/delete";

	private final Proof proof;

	private final Deletions deletions;

	DeleteAccountController(Proof proof, Deletions deletions) {
		this.proof = proof;
		this.deletions = deletions;
	}

	@GetMapping
	Mono<Rendering> show() {
		return this.proof.before(PAGE, Mono.just(Rendering.view("leave/delete").build()));
	}

	@PostMapping
	Mono<Rendering> delete(ServerWebExchange exchange) {
		return Proof.at(PAGE, this.deletions.delete().then(Mono.fromSupplier(() -> {
			SessionCookie.clear(exchange);
			return Pages.seeOther("/?account-deleted");
		})));
	}

}
