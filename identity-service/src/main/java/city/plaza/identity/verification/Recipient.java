package city.plaza.identity.verification;

import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.messages.Language;

/**
 * Whom a code is for.
 *
 * @param flow what the code is part of
 * @param email where it goes
 * @param language of the mail
 */
public record Recipient(CodeFlow flow, EmailAddress email, Language language) {
}
