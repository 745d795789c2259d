package city.plaza.portal.staff;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Where members of staff begin who have nothing to do with finance. */
@Controller
class StaffController {

	@GetMapping("/staff")
	Rendering begin() {
		return Rendering.view("staff/staff").build();
	}

}
