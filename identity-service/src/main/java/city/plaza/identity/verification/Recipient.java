package city.plaza.identity.verification;

import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.messages.Language;

/**
 * Whom a code is for.
 *
 * @param registration what the code confirms
 * @param email where it goes
 * @param language of the mail
 */
public record Recipient(RegistrationId registration, EmailAddress email, Language language) {
}
