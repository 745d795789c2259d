package city.plaza.portal.staff;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** Suspending, restoring and removing a member, and taking an invitation back. */
@Controller
class PersonController {

	static final Form FORM = new Form("staff/confirm",
			Refusals.ofFields("act").beside("act", "last-administrator", "named-in-settings"));

	private static final String PATH = "/staff/people";

	private static final String MEMBER = PATH + "/{id}/";

	private static final String INVITATION = PATH + "/invitations/{id}/withdraw";

	private final StaffPeople people;

	PersonController(StaffPeople people) {
		this.people = people;
	}

	@GetMapping(MEMBER + "suspend")
	Mono<Rendering> suspending(@PathVariable String id) {
		return ask(FORM.page(), PersonAct.SUSPEND, id);
	}

	@PostMapping(MEMBER + "suspend")
	Mono<Rendering> suspend(@PathVariable String id) {
		return act(this.people.suspend(id), PersonAct.SUSPEND, id);
	}

	@GetMapping(MEMBER + "restore")
	Mono<Rendering> restoring(@PathVariable String id) {
		return ask(FORM.page(), PersonAct.RESTORE, id);
	}

	@PostMapping(MEMBER + "restore")
	Mono<Rendering> restore(@PathVariable String id) {
		return act(this.people.restore(id), PersonAct.RESTORE, id);
	}

	@GetMapping(MEMBER + "remove")
	Mono<Rendering> removing(@PathVariable String id) {
		return ask(FORM.page(), PersonAct.REMOVE, id);
	}

	@PostMapping(MEMBER + "remove")
	Mono<Rendering> remove(@PathVariable String id) {
		return act(this.people.remove(id), PersonAct.REMOVE, id);
	}

	@GetMapping(INVITATION)
	Mono<Rendering> withdrawing(@PathVariable String id) {
		return ask(FORM.page(), PersonAct.WITHDRAW, id);
	}

	/** One that was accepted or taken back in another tab is seen to be gone. */
	@PostMapping(INVITATION)
	Mono<Rendering> withdraw(@PathVariable String id) {
		return act(
				this.people.withdraw(id).onErrorResume(ApiProblem.with(ApiProblem.NOT_FOUND), (gone) -> Mono.empty()),
				PersonAct.WITHDRAW, id);
	}

	private Mono<Rendering> act(Mono<Void> call, PersonAct act, String id) {
		return call.thenReturn(Pages.seeOther(PATH + "?done=" + act.code()))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).flatMap((page) -> ask(page, act, id)));
	}

	private Mono<Rendering> ask(Rendering.Builder<?> page, PersonAct act, String id) {
		return this.people.all()
			.flatMap((staff) -> Mono.justOrEmpty((act == PersonAct.WITHDRAW)
					? staff.invitations()
						.stream()
						.filter((invitation) -> invitation.id().equals(id))
						.findFirst()
						.map((invitation) -> new Asked(invitation.email(), invitation.email()))
					: staff.members()
						.stream()
						.filter((member) -> member.id().equals(id))
						.findFirst()
						.map((member) -> new Asked(member.fullName(), member.email()))))
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.map((asked) -> page.modelAttribute("asked", asked)
				.modelAttribute("act", act.code())
				.modelAttribute("address",
						(act == PersonAct.WITHDRAW) ? PATH + "/invitations/" + id + "/withdraw"
								: PATH + "/" + id + "/" + act.code())
				.build());
	}

	/**
	 * Whom it is about.
	 *
	 * @param name of the member, or where the invitation went
	 * @param email of the same
	 */
	record Asked(String name, String email) {
	}

}
