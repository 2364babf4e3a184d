# SPDX-License-Identifier: GPL-3.0-or-later
# sed -f development.sed ICON.svg: the program's icon with the stripes of a building site along its
# lower edge, so that the variant in development is told apart where both are installed.
s|^</svg>|\
  <g clip-path="url(#plate)">\
    <rect x="10" y="98" width="108" height="16" fill="#f6d32d"/>\
    <path fill="#241f31" d="M10 114l16-16h13.500l-16 16zM37 114l16-16h13.500l-16 16zM64 114l16-16h13.500l-16 16zM91 114l16-16h13.500l-16 16z"/>\
    <rect x="10" y="97" width="108" height="1.500" fill="#123f80" fill-opacity="0.35"/>\
  </g>\
&|
