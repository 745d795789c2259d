package city.plaza.identity.session;

import city.plaza.identity.account.Account;
import city.plaza.identity.secret.Secret;

/**
 * A session with the secret its holder keeps it with; the secret is stored nowhere.
 *
 * @param session just opened or refreshed
 * @param secret the refresh token of an app, the session token of a browser
 */
public record OpenedSession(Session session, Account account, Secret secret) {
}
