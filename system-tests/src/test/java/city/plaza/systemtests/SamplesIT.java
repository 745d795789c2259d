package city.plaza.systemtests;

import city.plaza.local.api.Poll;
import city.plaza.local.service.Accounts;
import org.junit.jupiter.api.Test;

class SamplesIT {

	private final Scene scene = new Scene(RunningSuite.get());

	/**
	 * The terminal names the account to try: no rule of the suite may have refused it.
	 */
	@Test
	void theResidentNamedAtTheStartCanSignIn() throws InterruptedException {
		Poll.until("the sample resident to sign in", Scene.LIMIT,
				() -> this.scene.residents.trySignIn(Accounts.RESIDENT_EMAIL, Accounts.RESIDENT_PASSWORD),
				(answer) -> answer.status() == 201);
	}

}
