package city.plaza.portal.leave;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.SessionCookie;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Deleting the own account, after its password. */
@Controller
class DeleteAccountController {

	static final Form FORM = new Form("leave/delete",
			Refusals.ofFields("currentPassword")
				.violating("currentPassword", "required")
				.beside("currentPassword", "wrong-password", "too-many-tries"));

	private final Deletions deletions;

	DeleteAccountController(Deletions deletions) {
		this.deletions = deletions;
	}

	record DeleteForm(@Nullable String currentPassword) {
	}

	@GetMapping("/account/delete")
	Rendering show() {
		return FORM.page().build();
	}

	@PostMapping("/account/delete")
	Mono<Rendering> delete(@ModelAttribute("form") DeleteForm form, ServerWebExchange exchange) {
		return this.deletions.delete(new Deletions.Deletion(form.currentPassword())).then(Mono.fromSupplier(() -> {
			SessionCookie.clear(exchange);
			return Pages.seeOther("/?account-deleted");
		})).onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map(Rendering.Builder::build));
	}

}
