package city.plaza.portal.form;

import java.time.Duration;

import city.plaza.portal.client.ApiProblem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A form: the page it stands on, and the refusals that this page shows. Its controller
 * fills the page in with what was typed; what the form does not show goes on as an error.
 *
 * @param view the template of the page
 * @param refusals what it shows
 * @param item set apart from other forms of the page by this ending of its fields' ids;
 * empty where the page has one form
 */
public record Form(String view, Refusals refusals, String item) {

	public Form(String view, Refusals refusals) {
		this(view, refusals, "");
	}

	/**
	 * One of several forms of a page.
	 * @param id what tells it apart; its field {@code note} has the id {@code note-<id>}
	 * @return the same form for this item
	 */
	public Form of(String id) {
		return new Form(this.view, this.refusals, "-" + id);
	}

	/** The page as it is first shown. */
	public Rendering.Builder<?> page() {
		return Rendering.view(this.view);
	}

	/**
	 * The page again after a service refused what was typed.
	 * @param problem the service's
	 * @return the page with what is wrong; the problem itself where the form does not
	 * show it
	 */
	public Mono<Rendering.Builder<?>> again(ApiProblem problem) {
		FormErrors errors = this.refusals.read(problem);
		if (!errors.any()) {
			return Mono.error(problem);
		}
		Rendering.Builder<?> page = again(errors).status(statusOf(problem.status()));
		Duration wait = problem.retryAfter();
		return Mono.just((wait != null) ? page.header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())) : page);
	}

	/**
	 * The page again after the portal itself found something wrong.
	 * @param errors at least one
	 * @return the page with them
	 */
	public Rendering.Builder<?> again(FormErrors errors) {
		FormErrors placed = FormErrors.of(errors.all().stream().map((error) -> error.at(error.id() + this.item)));
		return page().status(HttpStatus.UNPROCESSABLE_CONTENT).modelAttribute(FormErrors.NAME, placed);
	}

	/**
	 * Programs that watch pages can tell a conflict, a limit and an outage from wrong
	 * input. A wrong password is wrong input: 401 would ask browsers for their own
	 * dialog.
	 */
	private static HttpStatusCode statusOf(HttpStatusCode problem) {
		return switch (problem.value()) {
			case 409, 413, 429, 503 -> problem;
			default -> HttpStatus.UNPROCESSABLE_CONTENT;
		};
	}

}
