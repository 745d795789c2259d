package city.plaza.portal.staff;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Where the email of an invitation leads. To look at the page changes nothing; the link
 * is used up by the form alone.
 */
@Controller
class JoinController {

	static final Form FORM = new Form("staff/join",
			Refusals.ofFields("givenName", "familyName", "password")
				.violating("givenName", "required", "too-long", "invalid-characters")
				.violating("familyName", "required", "too-long", "invalid-characters")
				.violating("password", "required", "password-too-short", "password-too-long", "password-too-common")
				.beside("givenName", "address-in-use"));

	private final StaffPeople people;

	JoinController(StaffPeople people) {
		this.people = people;
	}

	@GetMapping("/staff-invitations/{token}")
	Rendering ask(@PathVariable String token) {
		return filled(FORM.page(), token, new JoinForm(null, null, null));
	}

	@PostMapping("/staff-invitations/{token}")
	Mono<Rendering> join(@PathVariable String token, @ModelAttribute("form") JoinForm form) {
		return this.people
			.accept(new StaffPeople.Acceptance(token, form.givenName(), form.familyName(), form.password()))
			.thenReturn(Pages.seeOther("/staff-joined"))
			.onErrorResume(ApiProblem.with("unknown-invitation"),
					(unknown) -> Mono.just(Rendering.view("staff/join-unknown").status(HttpStatus.NOT_FOUND).build()))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map((page) -> filled(page, token, form)));
	}

	@GetMapping("/staff-joined")
	Rendering joined() {
		return Rendering.view("staff/joined").build();
	}

	private static Rendering filled(Rendering.Builder<?> page, String token, JoinForm form) {
		return page.modelAttribute("token", token).modelAttribute("form", form).build();
	}

	record JoinForm(@Nullable String givenName, @Nullable String familyName, @Nullable String password) {

		@Override
		public String toString() {
			return "JoinForm[***]";
		}

	}

}
