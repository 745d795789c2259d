package city.plaza.identity.social;

import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.BrowserSessionResponse;
import city.plaza.identity.session.KnownDevices;
import city.plaza.identity.session.SecondStepResponse;
import city.plaza.identity.session.SignInProblems;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says how joining a provider to an account ended, whatever proved the account. */
@Component
class JoinedResponses {

	private final KnownDevices devices;

	JoinedResponses(KnownDevices devices) {
		this.devices = devices;
	}

	Mono<ResponseEntity<Object>> of(JoinAccount.Outcome outcome, @Nullable Secret device) {
		return switch (outcome) {
			case JoinAccount.Outcome.Joined(var session) -> Mono.just(ResponseEntity.status(HttpStatus.CREATED)
				.body(BrowserSessionResponse.of(session, this.devices.remember(device, session.account().email()))));
			case JoinAccount.Outcome.SecondStep(var pending) -> Mono.just(SecondStepResponse.accepted(pending));
			case JoinAccount.Outcome.NotProved(var reason) -> SignInProblems.nextOr(reason).then(expired());
			case JoinAccount.Outcome.Taken taken -> Mono.error(SocialProblems.TAKEN::asException);
			case JoinAccount.Outcome.Expired expired -> expired();
		};
	}

	private static <T> Mono<T> expired() {
		return Mono.error(SocialProblems.EXPIRED::asException);
	}

}
