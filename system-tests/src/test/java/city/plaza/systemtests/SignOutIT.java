package city.plaza.systemtests;

import java.time.Duration;
import java.util.List;

import city.plaza.local.api.Client;
import city.plaza.local.api.Poll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignOutIT {

	/** One of each service that checks tokens for apps. */
	private static final List<String> PLACES = List.of("/api/v1/me", "/api/v1/customer-links", "/api/v1/payments",
			"/api/v1/notices");

	/** A token lives for five minutes: what refuses it sooner knows of the sign-out. */
	private static final Duration SOON = Duration.ofSeconds(20);

	private final Scene scene = new Scene(RunningSuite.get());

	@Test
	void takesEffectInEveryServiceLongBeforeTheTokenExpires() throws InterruptedException {
		Client resident = this.scene.register();
		Client elsewhere = this.scene.residents.signIn(this.scene.email, Scene.PASSWORD);
		for (String place : PLACES) {
			resident.get(place).expect(200);
		}
		resident.delete("/api/v1/sessions/current").expect(204);
		for (String place : PLACES) {
			Poll.until("the end at " + place, SOON, Duration.ofMillis(10), () -> resident.get(place).status(),
					(status) -> status == 401);
			assertThat(elsewhere.get(place).status()).as("another session at " + place).isEqualTo(200);
		}
	}

}
