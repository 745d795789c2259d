package city.plaza.identity.me;

import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.session.FindCaller;
import city.plaza.identity.session.RecentProof;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "My account", description = "The account of the caller.")
class DeletionController {

	private static final Problem STAFF = Problem.of(HttpStatus.FORBIDDEN, "forbidden",
			"Accounts of staff are removed by an administrator.");

	private final FindCaller findCaller;

	private final RecentProof proof;

	private final DeleteAccount deleteAccount;

	DeletionController(FindCaller findCaller, RecentProof proof, DeleteAccount deleteAccount) {
		this.findCaller = findCaller;
		this.proof = proof;
		this.deleteAccount = deleteAccount;
	}

	@PostMapping("/api/v1/me/deletion")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteOwnAccount", summary = "Delete the account",
			description = """
					Needs a proof of the last ten minutes. All sessions and links end at once, and every service erases what it knows \
					of the person. Payments stay with the city, as the law asks, without a name or an address. It cannot be undone.""")
	@Problems(OfDeleting.class)
	Mono<Void> delete(Caller caller) {
		return this.proof.required(caller)
			.then(this.findCaller.find(caller))
			.flatMap((me) -> (me.account().kind() == Account.Kind.STAFF) ? Mono.error(STAFF.asException())
					: this.deleteAccount.delete(me.account()));
	}

	/** Why the account stays. */
	static class OfDeleting implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(RecentProof.PROOF_NEEDED, STAFF, Problem.notFound());
		}

	}

}
