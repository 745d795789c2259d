package city.plaza.discovery.credential;

import java.util.ArrayList;
import java.util.List;

import com.netflix.appinfo.InstanceInfo;
import jakarta.ws.rs.ForbiddenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OwnNameOnlyTests {

	private final List<String> registered = new ArrayList<>();

	private final Register register = (Register) new OwnNameOnly(Register.class).postProcessAfterInitialization(
			(Register) (instance) -> this.registered.add(instance.getAppName()), "register");

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@ParameterizedTest
	@CsvSource({ "portal, PORTAL, portal, portal, true", "portal, portal, Portal, PORTAL, true",
			"portal, PORTAL, , , true", "portal, PORTAL, identity-service, , false",
			"portal, PORTAL, , identity-service, false", "portal, IDENTITY-SERVICE, portal, portal, false",
			"portal, PORTAL, 'portal,identity-service', , false", "portal, PORTAL, 'portal ', , false",
			"portal, PORTAL, portal2, , false", "operator, PORTAL, portal, portal, false",
			", PORTAL, portal, portal, false" })
	void letsAServiceInUnderItsOwnNameAlone(@Nullable String caller, String name, @Nullable String address,
			@Nullable String secureAddress, boolean isLetIn) {
		if (caller != null) {
			SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, "", "SERVICE"));
		}
		InstanceInfo instance = InstanceInfo.Builder.newBuilder()
			.setAppName(name)
			.setVIPAddress(address)
			.setSecureVIPAddress(secureAddress)
			.build();
		if (isLetIn) {
			this.register.register(instance);
			assertThat(this.registered).containsExactly(instance.getAppName());
		}
		else {
			assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> this.register.register(instance));
			assertThat(this.registered).isEmpty();
		}
	}

	@Test
	void leavesEverythingElseAsItIs() {
		Object other = new Object();
		assertThat(new OwnNameOnly(Register.class).postProcessAfterInitialization(other, "other")).isSameAs(other);
	}

	interface Register {

		void register(InstanceInfo instance);

	}

}
