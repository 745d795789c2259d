package city.plaza.identity.registration;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.messages.Language;

/**
 * A request for an account whose fields are valid.
 *
 * @param email not yet proved
 * @param password by the rules
 * @param givenName to greet by
 * @param familyName to greet by
 * @param language of mails
 */
record NewRegistration(EmailAddress email, Secret password, PersonName givenName, PersonName familyName,
		Language language) {
}
