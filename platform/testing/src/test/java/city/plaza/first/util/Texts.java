package city.plaza.first.util;

class Texts {

}
