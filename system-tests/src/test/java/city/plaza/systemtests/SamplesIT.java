package city.plaza.systemtests;

import city.plaza.client.Poll;
import city.plaza.local.topology.Accounts;
import org.junit.jupiter.api.Test;

@OnRunningSuite
class SamplesIT {

	private final Scene scene = new Scene(RunningSuite.get());

	/**
	 * The terminal names the account to try: no rule of the suite may have refused it.
	 */
	@Test
	void theResidentNamedAtTheStartCanSignIn() throws InterruptedException {
		Poll.until("the sample resident to sign in", Scene.LIMIT,
				() -> this.scene.plaza.signIn(Accounts.RESIDENT_EMAIL, Accounts.RESIDENT_PASSWORD), (tokens) -> true);
	}

}
