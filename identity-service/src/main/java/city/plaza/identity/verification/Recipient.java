package city.plaza.identity.verification;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.Language;
import city.plaza.identity.account.PersonName;

/**
 * Whom a code is for.
 *
 * @param registration what the code confirms
 * @param email where it goes
 * @param givenName to greet by
 * @param language of the mail
 */
public record Recipient(RegistrationId registration, EmailAddress email, PersonName givenName, Language language) {
}
