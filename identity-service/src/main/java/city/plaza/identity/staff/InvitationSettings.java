package city.plaza.identity.staff;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Invitations to the staff.
 *
 * @param life how long one can be accepted
 */
@ConfigurationProperties("plaza.identity.staff-invitation")
record InvitationSettings(@DefaultValue("3d") Duration life) {
}
