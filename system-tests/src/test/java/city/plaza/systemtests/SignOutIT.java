package city.plaza.systemtests;

import java.time.Duration;
import java.util.List;

import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.UnexpectedResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnRunningSuite
class SignOutIT {

	/** One request of each service that checks tokens for apps. */
	private static final List<Read> READS = List.of(ResidentClient::me, ResidentClient::links, ResidentClient::payments,
			ResidentClient::notices);

	/** A token lives for five minutes: what refuses it sooner knows of the sign-out. */
	private static final Duration SOON = Duration.ofSeconds(20);

	private static final int OK = 200;

	private static final int UNAUTHORIZED = 401;

	private final Scene scene = new Scene(RunningSuite.get());

	@Test
	void takesEffectInEveryServiceLongBeforeTheTokenExpires() throws InterruptedException {
		ResidentClient resident = this.scene.register();
		ResidentClient elsewhere = this.scene.signIn();
		for (Read read : READS) {
			assertThat(status(read, resident)).isEqualTo(OK);
		}
		resident.signOut();
		for (Read read : READS) {
			Poll.until("the end in each service", SOON, Duration.ofMillis(10), () -> status(read, resident),
					(status) -> status == UNAUTHORIZED);
			assertThat(status(read, elsewhere)).as("another session").isEqualTo(OK);
		}
	}

	private static int status(Read read, ResidentClient resident) throws InterruptedException {
		try {
			read.with(resident);
			return OK;
		}
		catch (UnexpectedResponse ex) {
			return ex.status();
		}
	}

	private interface Read {

		Object with(ResidentClient resident) throws InterruptedException;

	}

}
