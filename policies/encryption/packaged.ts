// What the tarball of this pack is compiled from: main.js runs it where there is no clone around it.
import "../../build/lazySdk";
import "./serve";
