package city.plaza.local.demo;

import city.plaza.local.api.Answer;
import city.plaza.local.api.Client;
import city.plaza.local.api.InboxReader;
import city.plaza.local.api.Residents;
import city.plaza.local.api.UnexpectedAnswer;

/** Somebody new registers. */
final class RegistrationAct {

	private static final String PASSWORD = "dev-only-a-long-passphrase";

	private static final int OK = 200;

	private static final int CREATED = 201;

	private static final int NO_CONTENT = 204;

	private static final int UNAUTHORIZED = 401;

	private static final int UNPROCESSABLE = 422;

	private final Story story;

	private final Residents residents;

	private final InboxReader inbox;

	RegistrationAct(Story story, Residents residents, InboxReader inbox) {
		this.story = story;
		this.residents = residents;
		this.inbox = inbox;
	}

	Client register(String email) throws InterruptedException {
		String registration = this.residents.register(email, PASSWORD, "Demo", "Resident");
		this.story.tell("A new resident registers", email);
		String code = this.inbox.code(email);
		int mails = this.inbox.mails(email).size();
		Story.require(mails == 1, mails + " mails came instead of one");
		this.story.tell("The code comes by mail, once", code);
		this.residents.tryConfirm(registration, another(code)).expect(UNPROCESSABLE, "wrong-code");
		this.story.tell("A wrong code is refused", "422 wrong-code");
		Answer tokens = this.residents.tryConfirm(registration, code).expect(CREATED);
		this.story.tell("The right code signs the resident in", "token for " + tokens.text("/expiresIn") + " s");
		Answer again = this.residents.tryConfirm(registration, code);
		Story.require(again.status() == UNPROCESSABLE, "A used code was answered with " + again.status());
		this.story.tell("The same code does not work twice", again.status() + " " + again.code());
		return this.residents.signedIn(tokens);
	}

	/** Signs out and in again; the client newly signed in. */
	Client signOutAndIn(Client resident, String email) throws InterruptedException {
		resident.delete("/api/v1/sessions/current").expect(NO_CONTENT);
		this.story.tell("The resident signs out", "204");
		this.residents.trySignIn(email, "not-the-password-at-all").expect(UNAUTHORIZED, "wrong-credentials");
		this.story.tell("A wrong password is refused", "401 wrong-credentials");
		Client again = this.residents.signIn(email, PASSWORD);
		Answer me = again.get("/api/v1/me").expect(OK);
		if (!me.text("/email").equals(email)) {
			throw new UnexpectedAnswer("Somebody else is signed in: " + me.body());
		}
		this.story.tell("The resident signs in again",
				me.text("/givenName") + " " + me.text("/familyName") + ", " + me.text("/email"));
		return again;
	}

	private static String another(String code) {
		char first = (code.charAt(0) == '9') ? '0' : (char) (code.charAt(0) + 1);
		return first + code.substring(1);
	}

}
