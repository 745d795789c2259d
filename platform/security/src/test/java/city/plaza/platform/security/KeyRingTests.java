package city.plaza.platform.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.testing.TestClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyRingTests {

	private final TestClock clock = TestClock.standingAt("2026-01-01T00:00:00Z");

	private final AtomicReference<Mono<JWKSet>> identity = new AtomicReference<>(Mono.just(keys("first")));

	private int reads;

	private final KeyRing ring = new KeyRing(Mono.defer(() -> {
		this.reads++;
		return this.identity.get();
	}), this.clock);

	@Test
	void readsOnceForManyTokens() {
		assertThat(namesFor("first")).containsExactly("first");
		assertThat(namesFor("first")).containsExactly("first");
		assertThat(this.reads).isEqualTo(1);
	}

	@Test
	void readsAtTheStartUntilIdentityServiceIsThere() {
		this.identity.set(Mono.defer(() -> {
			this.clock.pass(KeyRing.PAUSE);
			this.identity.set(Mono.just(keys("first")));
			return Mono.error(new IllegalStateException("not there yet"));
		}));
		new KeysAtStart(this.ring).run(new DefaultApplicationArguments());
		assertThat(this.reads).isEqualTo(2);
		assertThat(namesFor("first")).containsExactly("first");
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void logsAnOutageOnceAndThatItIsOver(CapturedOutput output) {
		this.identity.set(Mono.error(new IllegalStateException("away")));
		for (int attempt = 0; attempt < 3; attempt++) {
			this.clock.pass(KeyRing.PAUSE);
			this.ring.read().onErrorComplete().block();
		}
		assertThat(this.reads).isEqualTo(3);
		assertThat(output.getOut()).containsOnlyOnce("cannot be read").doesNotContain("read again");
		this.identity.set(Mono.just(keys("first")));
		this.clock.pass(KeyRing.PAUSE);
		this.ring.read().block();
		assertThat(output.getOut()).containsOnlyOnce("The keys of identity-service are read again");
	}

	@Test
	void readsAgainForAKeyItDoesNotKnow() {
		namesFor("first");
		this.identity.set(Mono.just(keys("first", "second")));
		this.clock.pass(KeyRing.PAUSE);

		assertThat(namesFor("second")).containsExactly("first", "second");
	}

	@Test
	void doesNotReadForEveryMadeUpKey() {
		for (int i = 0; i < 1000; i++) {
			assertThat(namesFor("made-up-" + i)).containsExactly("first");
		}
		assertThat(this.reads).isEqualTo(1);
	}

	@Test
	void readsOnceForThousandsOfMadeUpKeysAtOnceAndStillFindsANewOne() {
		namesFor("first");
		this.identity.set(Mono.fromSupplier(() -> keys("first", "second")));
		this.clock.pass(KeyRing.PAUSE);
		List<JWK> found = Flux.range(0, 5000)
			.flatMap((number) -> Mono.defer(() -> this.ring.keysFor(token("made-up-" + number)).last())
				.subscribeOn(Schedulers.boundedElastic()), 64)
			.collectList()
			.block();
		assertThat(found).hasSize(5000);
		assertThat(this.reads).isEqualTo(2);
		assertThat(namesFor("second")).containsExactly("first", "second");
	}

	@Test
	void doesNotWaitForAFrozenIdentityWhereTheKeyIsKnown() {
		namesFor("first");
		this.identity.set(Mono.never());
		this.clock.pass(KeyRing.OLD_AFTER);
		assertThat(this.ring.keysFor(token("first")).map(JWK::getKeyID).collectList().block(Duration.ofSeconds(1)))
			.containsExactly("first");
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	void forgetsAWithdrawnKeyInTime() {
		namesFor("first");
		this.identity.set(Mono.just(keys("second")));
		this.clock.pass(KeyRing.OLD_AFTER);

		assertThat(namesFor("first")).containsExactly("second");
	}

	@Test
	void keepsTheLastKeysWhileIdentityIsAway() {
		namesFor("first");
		this.identity.set(Mono.error(new IllegalStateException("away")));
		this.clock.pass(KeyRing.OLD_AFTER);

		assertThat(namesFor("first")).containsExactly("first");
		assertThat(namesFor("first")).as("without asking again at once").containsExactly("first");
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	void sendsAwayWhileItHasNoKeysAtAll() {
		this.identity.set(Mono.error(new IllegalStateException("away")));
		assertUnavailable();
		assertUnavailable();
		assertThat(this.reads).isEqualTo(1);

		this.identity.set(Mono.just(keys("first")));
		this.clock.pass(KeyRing.PAUSE);
		assertThat(namesFor("first")).containsExactly("first");
	}

	@Test
	void asksOnceForAllWhoWait() {
		Sinks.One<JWKSet> answer = Sinks.one();
		this.identity.set(answer.asMono());
		List<JWK> found = new ArrayList<>();

		StepVerifier.create(this.ring.keysFor(token("first")).mergeWith(this.ring.keysFor(token("first"))))
			.then(() -> answer.tryEmitValue(keys("first")))
			.recordWith(() -> found)
			.expectNextCount(2)
			.verifyComplete();

		assertThat(found).hasSize(2);
		assertThat(this.reads).isEqualTo(1);
	}

	@Test
	void goesOnWhenTheFirstWhoAskedIsGone() {
		Sinks.One<JWKSet> answer = Sinks.one();
		this.identity.set(answer.asMono());
		StepVerifier.create(this.ring.keysFor(token("first"))).thenCancel().verify();
		answer.tryEmitValue(keys("first"));

		assertThat(namesFor("first")).containsExactly("first");
		assertThat(this.reads).isEqualTo(1);
	}

	/** As a thread does that still looks for an instance. */
	@Test
	void dropsNoErrorOfAReadingThatIsInterruptedWhenItsTimeIsOver() {
		List<Throwable> dropped = new CopyOnWriteArrayList<>();
		AtomicBoolean isInterrupted = new AtomicBoolean();
		Scheduler thread = Schedulers.newSingle("registry");
		Mono<JWKSet> slow = Mono.<JWKSet>fromCallable(() -> {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				isInterrupted.set(true);
			}
			throw new IllegalStateException("no instance");
		}).subscribeOn(thread);
		Hooks.onErrorDropped(dropped::add);
		try {
			StepVerifier.create(KeyRing.within(Duration.ofMillis(20), slow)).verifyError(TimeoutException.class);
			thread.disposeGracefully().block(Duration.ofSeconds(20));
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
		assertThat(isInterrupted).isTrue();
		assertThat(dropped).isEmpty();
	}

	@Test
	void passesOnWhatAReadingInTimeEndsWith() {
		Duration time = Duration.ofSeconds(20);
		StepVerifier.create(KeyRing.within(time, Mono.just("keys"))).expectNext("keys").verifyComplete();
		StepVerifier.create(KeyRing.within(time, Mono.empty())).verifyComplete();
		StepVerifier.create(KeyRing.within(time, Mono.error(new IllegalStateException("down"))))
			.verifyErrorMessage("down");
	}

	private void assertUnavailable() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> namesFor("first"))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("temporarily-unavailable"));
	}

	private List<String> namesFor(String keyId) {
		return this.ring.keysFor(token(keyId)).map(JWK::getKeyID).collectList().blockOptional().orElseThrow();
	}

	private static SignedJWT token(String keyId) {
		return new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build(),
				new JWTClaimsSet.Builder().build());
	}

	private static JWKSet keys(String... names) {
		List<JWK> keys = new ArrayList<>();
		for (String name : names) {
			try {
				keys.add(new ECKeyGenerator(Curve.P_256).keyID(name).generate());
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return new JWKSet(keys);
	}

}
