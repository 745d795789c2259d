package city.plaza.portal.staff;

import java.util.List;
import java.util.Map;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** Who works for the city: the list, inviting, and what each may do. */
@Controller
class PeopleController {

	static final Form INVITE = new Form("staff/invite",
			Refusals.ofFields("email", "roles")
				.beside("email", "invalid-email", "address-in-use")
				.beside("roles", "invalid-roles"));

	static final Form MEMBER = new Form("staff/member",
			Refusals.ofFields("roles").beside("roles", "invalid-roles", "last-administrator", "named-in-settings"));

	private static final String PATH = "/staff/people";

	private final StaffPeople people;

	PeopleController(StaffPeople people) {
		this.people = people;
	}

	@GetMapping(PATH)
	Mono<Rendering> list(@RequestParam Map<String, String> query) {
		String done = PersonAct.doneOf(query.get("done"));
		return this.people.all().map((staff) -> {
			Rendering.Builder<?> page = Rendering.view("staff/people").modelAttribute("staff", staff);
			return ((done != null) ? page.modelAttribute("done", done) : page).build();
		});
	}

	@GetMapping(PATH + "/invite")
	Rendering inviting() {
		return filled(INVITE.page(), new InviteForm(null, null));
	}

	@PostMapping(PATH + "/invite")
	Mono<Rendering> invite(@ModelAttribute("form") InviteForm form) {
		String email = (form.email() != null) ? form.email().strip() : "";
		return this.people.invite(new StaffPeople.NewInvitation(email, form.chosen()))
			.thenReturn(Pages.seeOther(PATH + "?done=invited"))
			.onErrorResume(ApiProblem.class, (problem) -> INVITE.again(problem).map((page) -> filled(page, form)));
	}

	@GetMapping(PATH + "/{id}")
	Mono<Rendering> member(@PathVariable String id) {
		return find(id).map((member) -> shown(MEMBER.page(), member, member.roles()));
	}

	@PostMapping(PATH + "/{id}")
	Mono<Rendering> change(@PathVariable String id, @ModelAttribute("form") RolesForm form) {
		return this.people.changeRoles(id, new StaffPeople.Roles(form.chosen()))
			.thenReturn(Pages.seeOther(PATH + "?done=changed"))
			.onErrorResume(ApiProblem.class, (problem) -> MEMBER.again(problem)
				.flatMap((page) -> find(id).map((member) -> shown(page, member, form.chosen()))));
	}

	private Mono<StaffPeople.Member> find(String id) {
		return this.people.all()
			.flatMap((staff) -> Mono
				.justOrEmpty(staff.members().stream().filter((member) -> member.id().equals(id)).findFirst()))
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	private static Rendering filled(Rendering.Builder<?> page, InviteForm form) {
		return page.modelAttribute("form", form)
			.modelAttribute("chosen", form.chosen())
			.modelAttribute("roles", StaffPeople.ROLES)
			.build();
	}

	private static Rendering shown(Rendering.Builder<?> page, StaffPeople.Member member, List<String> chosen) {
		return page.modelAttribute("member", member)
			.modelAttribute("chosen", chosen)
			.modelAttribute("roles", StaffPeople.ROLES)
			.build();
	}

	record InviteForm(@Nullable String email, @Nullable List<String> roles) {

		List<String> chosen() {
			return (this.roles != null) ? this.roles : List.of();
		}

	}

	record RolesForm(@Nullable List<String> roles) {

		List<String> chosen() {
			return (this.roles != null) ? this.roles : List.of();
		}

	}

}
