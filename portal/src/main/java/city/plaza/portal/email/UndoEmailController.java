package city.plaza.portal.email;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Taking back a change of address, by the link in the email to the old one. A page with a
 * button: programs that look at links in emails change nothing.
 */
@Controller
class UndoEmailController {

	private final EmailChanges changes;

	UndoEmailController(EmailChanges changes) {
		this.changes = changes;
	}

	@GetMapping("/email-changes/{token}")
	Rendering show(@PathVariable String token) {
		return Rendering.view("email/undo").modelAttribute("token", token).build();
	}

	@PostMapping("/email-changes/{token}")
	Mono<Rendering> undo(@PathVariable String token) {
		return this.changes.undo(new EmailChanges.Undo(token))
			.thenReturn(Pages.seeOther("/forgot-password?restored"))
			.onErrorResume(ApiProblem.class,
					(problem) -> (problem.is("not-found") || problem.is("email-taken"))
							? Mono.just(Rendering.view("email/undo")
								.status(problem.is("email-taken") ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND)
								.modelAttribute("refused", problem.code())
								.build())
							: Mono.error(problem));
	}

}
